// A webhook receiver: checks the signature of the first delivery as Standard Webhooks says, prints its event and ends.
//
//   node receiver.mjs <port> <secret>      the secret is the answer to the webhook's creation: whsec_...
//
// Ends with 1 when a signature is wrong, or when nothing arrives within a minute.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const [port, secret] = process.argv.slice(2);
const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
const tolerance = 5 * 60;

function isAuthentic(headers, body) {
  const id = headers['webhook-id'];
  const sentAt = headers['webhook-timestamp'];
  if (Math.abs(Date.now() / 1000 - Number(sentAt)) > tolerance) {
    return false;
  }
  const expected = createHmac('sha256', key).update(`${id}.${sentAt}.`).update(body).digest();
  return (headers['webhook-signature'] ?? '')
    .split(' ')
    .filter((signature) => signature.startsWith('v1,'))
    .map((signature) => Buffer.from(signature.slice('v1,'.length), 'base64'))
    .some((signature) => signature.length === expected.length && timingSafeEqual(signature, expected));
}

function end(code) {
  server.close(() => process.exit(code));
  server.closeIdleConnections();
}

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const authentic = isAuthentic(request.headers, body);
  response.writeHead(authentic ? 204 : 401, { Connection: 'close' }).end();
  console.log(authentic ? `received, signature valid: ${JSON.parse(body).type}` : 'received, signature WRONG');
  end(authentic ? 0 : 1);
});

server.listen(Number(port), '127.0.0.1');
setTimeout(() => {
  console.error('nothing received within a minute');
  process.exit(1);
}, 60_000).unref();
