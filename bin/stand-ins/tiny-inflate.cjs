// The same by the engine's own zlib, ten times as fast.
const { inflateRawSync } = process.getBuiltinModule('node:zlib');

module.exports = (source, target) => {
  const bytes = inflateRawSync(source);
  target.set(bytes);
  return bytes.length < target.length ? target.slice(0, bytes.length) : target;
};
