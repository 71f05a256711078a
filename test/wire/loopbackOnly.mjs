// Keeps a process to this machine: a connection to any other host fails and is written down, so that the test fails even where
// the program takes the error in silence. Plain JavaScript, because child processes load it with `node --import`; it sees
// TCP and TLS, which all of HTTP and WebSocket go through, and not UDP.
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/iu;
const connect = Socket.prototype.connect;

Socket.prototype.connect = function connectWithinMachine(...args) {
  const target = targetOf(args);
  if (target === undefined || LOOPBACK.test(target.host)) return connect.apply(this, args);
  if (target.options?.lookup) {
    target.options.lookup = lookUpWithinMachine(target);
    return connect.apply(this, args);
  }
  const error = breach(target.host, target.port);
  // Later, as an error of the network comes: callers write and listen once they have the socket.
  this.connecting = true;
  setImmediate(() => this.destroy(error));
  return this;
};

/** A name that the program looks up by itself: what it finds is what counts. */
function lookUpWithinMachine({ host, port, options: { lookup } }) {
  return (name, options, callback) =>
    lookup(name, options, (error, found, family) => {
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      const outside = error ? undefined : addresses.find((address) => !LOOPBACK.test(address));
      if (outside === undefined) callback(error, found, family);
      else callback(breach(`${host} (${outside})`, port));
    });
}

/** Written down, and the error that the network would give. */
function breach(host, port) {
  const told = `a connection to ${host}:${port} by process ${process.pid}`;
  const file = process.env['LOOPBACK_BREACHES'];
  if (file) appendFileSync(file, `${told}\n`);
  else process.stderr.write(`The tests' guard refused ${told}.\n`);
  return Object.assign(new Error(`The tests' guard refused ${told}.`), { code: 'ENETUNREACH' });
}

/** Host and port, or undefined for a socket of the file system. Takes every form of arguments that `connect` does. */
function targetOf(args) {
  // net.connect and tls.connect hand over [options, callback].
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) {
    return first.path ? undefined : { host: String(first.host ?? 'localhost'), port: first.port, options: first };
  }
  if (typeof first === 'string' && Number.isNaN(Number(first))) return undefined;
  return { host: typeof second === 'string' ? second : 'localhost', port: first };
}
