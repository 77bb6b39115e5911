/* The browser only reads an index. Xapian's code for writing one stays linked in through virtual
   functions and names these; leaving the real ones out makes the engine 20 kB smaller. */
#include <zlib.h>

int deflateInit2_(z_streamp stream, int level, int method, int window_bits, int memory_level,
                  int strategy, const char *version, int stream_size) {
  (void)stream, (void)level, (void)method, (void)window_bits, (void)memory_level, (void)strategy;
  (void)version, (void)stream_size;
  return Z_STREAM_ERROR;
}

int deflate(z_streamp stream, int flush) {
  (void)stream, (void)flush;
  return Z_STREAM_ERROR;
}

int deflateReset(z_streamp stream) {
  (void)stream;
  return Z_STREAM_ERROR;
}

int deflateEnd(z_streamp stream) {
  (void)stream;
  return Z_OK;
}
