// Browsers are not downloaded by a build.
exports.ProxyAgent = class {};
