// For WOFF2 alone, which no theme may bring.
module.exports = () => {
  throw new Error('WOFF2 is not read');
};
