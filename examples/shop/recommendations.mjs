// Recommendations: what is in stock and fits, with Node's plain fetch.
import { createServer } from 'node:http';

const stock = process.env.STOCK_URL ?? 'http://127.0.0.1:8003';

async function recommend() {
  const left = await (await fetch(`${stock}/stock`)).json();
  return Object.keys(left).filter((article) => left[article] > 10);
}

const server = createServer(async (request, response) => {
  const send = (status, value) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };
  try {
    send(200, request.url === '/healthz' ? { ok: true } : { articles: await recommend(), by: 'node' });
  } catch (error) {
    send(502, { error: String(error) });
  }
});

server.listen(Number(process.env.PORT ?? 8002), '127.0.0.1');
process.on('SIGTERM', () => server.close(() => process.exit(0)));
