// Loaded before a server that names no address, which would be heard on every interface: here it is heard on this machine only.
const { Server } = require('node:net');

const listen = Server.prototype.listen;
Server.prototype.listen = function (port, ...others) {
  return typeof port === 'number' && typeof others[0] !== 'string'
    ? listen.call(this, port, '127.0.0.1', ...others)
    : listen.call(this, port, ...others);
};
