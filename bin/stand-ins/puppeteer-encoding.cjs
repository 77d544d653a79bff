// Bytes as base64 and back: the package takes the fonts of a page to pieces, character by character.
exports.stringToTypedArray = (text, isBase64 = false) => Buffer.from(text, isBase64 ? 'base64' : 'utf8');
exports.stringToBase64 = (text) => Buffer.from(text).toString('base64');
exports.typedArrayToBase64 = ({ buffer, byteOffset, byteLength }) =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');
// A copy of its own: what is read of a stream lies in memory that others use, too.
exports.mergeUint8Arrays = (parts) => new Uint8Array(Buffer.concat(parts));
