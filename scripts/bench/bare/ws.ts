import { WebSocketServer } from 'ws'

/**
 * What a hall costs without us: `ws` alone acknowledges every ballot unread, and tells all phones
 * what its parent says.
 */
const server = new WebSocketServer({
  ...{ host: '127.0.0.1', port: 0, backlog: 4096 },
  perMessageDeflate: false,
})
server.on('listening', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' ? address?.port : null)
})
server.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const number = data.toString('latin1', 2, data.indexOf('['))
    socket.send(`43${number}[{"ok":true,"value":{"kept":true,"rev":1}}]`)
  })
})
process.on('message', (text: string) => {
  for (const socket of server.clients) socket.send(text)
})
process.on('disconnect', () => process.exit())
