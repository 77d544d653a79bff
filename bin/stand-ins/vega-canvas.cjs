// There is no canvas: charts are drawn as SVG.
exports.canvas = () => null;
exports.domCanvas = () => null;
exports.nodeCanvas = () => null;
exports.image = () => null;
