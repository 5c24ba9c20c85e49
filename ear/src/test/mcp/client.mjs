// Speaks to an endpoint of the Model Context Protocol with the official client: connects, then does what each line of the
// input says ({"do": "callTool", "with": {…}}), and answers with a line each. Address, token and revision come in the
// environment; the answers of tools are checked against their schemas by the client itself.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createInterface } from 'node:readline';

const { MCP_URL, MCP_TOKEN, MCP_REVISION } = process.env;
const mode = MCP_REVISION === 'legacy' ? 'legacy' : { pin: MCP_REVISION };
const client = new Client({ name: 'strata-tests', version: '1' }, { versionNegotiation: { mode } });

const say = (answer) => console.log(JSON.stringify(answer));
const attempt = async (work) => {
  try {
    say({ result: await work() });
  } catch (failure) {
    say({ failure: { name: failure.constructor.name, code: failure.code ?? null, message: String(failure.message) } });
  }
};

await attempt(async () => {
  const transport = new StreamableHTTPClientTransport(new URL(MCP_URL), {
    requestInit: { headers: { Authorization: `Bearer ${MCP_TOKEN}` } },
  });
  await client.connect(transport);
  return { revision: client.getNegotiatedProtocolVersion(), server: client.getServerVersion() };
});
for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  await attempt(() => client[order.do](order.with));
}
await client.close();
