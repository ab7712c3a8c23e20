// What yazl asks of the package of this name, by Node's own checksum, which takes a tenth of the time (decision 0098).
// npm prefers a workspace to what it would download. It goes when yazl does the same: https://github.com/thejoshwolfe/yazl/issues/82
exports.unsigned = require('node:zlib').crc32;
