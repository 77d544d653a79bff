/** A picture as its bytes say it is; width and height in pixels. */
export interface PictureFacts {
  readonly type: 'jpeg' | 'png';
  readonly width: number;
  readonly height: number;
}

/** What a JPEG or PNG file holds, read from its own header, whatever its name says; undefined for anything else. */
export function inspectPicture(bytes: Uint8Array): PictureFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = bytes[0] === 0x89 ? readPng(view) : readJpeg(view);
  return found && found.width > 0 && found.height > 0 ? found : undefined;
}

/** PNG 1.2 §5: an eight-byte signature, then IHDR with width and height. */
function readPng(view: DataView): PictureFacts | undefined {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a)
    return undefined;
  if (view.getUint32(12) !== 0x49484452) return undefined;
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** ITU-T T.81 §B.2.2: markers with lengths, among them one frame header with height and width. */
function readJpeg(view: DataView): PictureFacts | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
