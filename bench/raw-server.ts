// What the portal is measured against: node:http and nothing else, sending the same bytes with the same headers.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface RawOrder {
  headers: Record<string, string>
  body: string
}

process.on('message', ({ headers, body }: RawOrder) => {
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((_request, response) => {
    response.writeHead(200, headers)
    response.end(bytes)
  })
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
})
process.on('disconnect', () => process.exit(0))
