// Bytes in scripts: the other side of script_text (part_writer.h).

// Returns the bytes that a text of 7-bit characters carries, the highest bit first.
export function bytesOfText(text) {
  const bytes = new Uint8Array(Math.floor((text.length * 7) / 8));
  let bits = 0;
  let bitCount = 0;
  let size = 0;
  for (let i = 0; i < text.length; ++i) {
    bits = ((bits << 7) | text.charCodeAt(i)) & 0x7fff;
    bitCount += 7;
    if (bitCount >= 8) {
      bitCount -= 8;
      bytes[size] = bits >> bitCount;
      size += 1;
    }
  }
  return bytes;
}

// Returns any bytes as the inside of a JavaScript string in double quotes, in 7-bit characters.
export function textOfBytes(bytes) {
  const codes = [];
  let bits = 0;
  let bitCount = 0;
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0x7fff;
    bitCount += 8;
    while (bitCount >= 7) {
      bitCount -= 7;
      codes.push((bits >> bitCount) & 0x7f);
    }
  }
  if (bitCount > 0) codes.push((bits << (7 - bitCount)) & 0x7f);
  const escaped = { '\n': '\\n', '\r': '\\r', '"': '\\"', '\\': '\\\\' };
  return codes.map((code) => String.fromCharCode(code))
    .map((character) => escaped[character] || character).join('');
}
