/** Encodes pixels as a PNG (W3C recommendation, 3rd edition): opaque, 8 bits a channel. */
import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const TRUECOLOUR = 2
/** zlib's compression level. Higher levels take twice as long and hardly save bytes on drawings. */
const LEVEL = 4

const deflateAsync = promisify<Buffer, { level: number }, Buffer>(deflate)

/** `rgba`: four bytes a pixel, row by row; alpha is ignored. Compresses off the main thread. */
export async function encodePng(width: number, height: number, rgba: Uint8Array): Promise<Buffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, TRUECOLOUR, 0, 0, 0], 8)
  const data = await deflateAsync(scanlines(width, height, rgba), { level: LEVEL })
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

/** Each row starts with filter byte 0 (none): flat colours compress best unfiltered. */
function scanlines(width: number, height: number, rgba: Uint8Array): Buffer {
  const rows = Buffer.allocUnsafe(height * (1 + 3 * width))
  let to = 0
  for (let y = 0, from = 0; y < height; y++) {
    rows[to++] = 0
    for (const end = from + 4 * width; from < end; from += 4) {
      rows[to++] = rgba[from] as number
      rows[to++] = rgba[from + 1] as number
      rows[to++] = rgba[from + 2] as number
    }
  }
  return rows
}

function chunk(type: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + data.length)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(type, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}
