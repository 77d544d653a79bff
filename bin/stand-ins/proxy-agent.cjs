// Browsers are not downloaded by a build.
exports.ProxyAgent = function ProxyAgent() {
  throw new Error('Nothing is downloaded here');
};
