#include <setjmp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <jpeglib.h>
#include <jerror.h>

// libjpeg says what is wrong by longjmp, over which no Swift frame may lie: whatever may fail stands here whole.

struct shim_jpeg_errors {
    struct jpeg_error_mgr manager;
    jmp_buf place;
};

static void shim_jpeg_exit(j_common_ptr info) { longjmp(((struct shim_jpeg_errors *)info->err)->place, 1); }

static void shim_jpeg_silent(j_common_ptr info) { (void)info; }

// A warning stands for pixels that are not what was taken: as bad as an error. Bytes between segments harm nothing.
static void shim_jpeg_message(j_common_ptr info, int level) {
    if (level < 0 && info->err->msg_code != JWRN_EXTRANEOUS_DATA) shim_jpeg_exit(info);
}

// A small progressive file can ask for endless passes over its pixels; cameras and programs write about ten.
static void shim_jpeg_progress(j_common_ptr info) {
    if (info->is_decompressor && ((j_decompress_ptr)info)->input_scan_number > 20) shim_jpeg_exit(info);
}

static inline void shim_jpeg_listen(struct shim_jpeg_errors *errors) {
    jpeg_std_error(&errors->manager);
    errors->manager.error_exit = shim_jpeg_exit;
    errors->manager.output_message = shim_jpeg_silent;
    errors->manager.emit_message = shim_jpeg_message;
}

// Decodes a whole picture of exactly this size into rows of blue, green, red and one unused byte; 1 where it is one.
static inline int shim_jpeg_decode(const unsigned char *bytes, size_t count, unsigned char *pixels, int stride, int width,
                                   int height) {
    struct shim_jpeg_errors errors;
    struct jpeg_decompress_struct info;
    struct jpeg_progress_mgr progress = {.progress_monitor = shim_jpeg_progress};
    shim_jpeg_listen(&errors);
    info.err = &errors.manager;
    if (setjmp(errors.place)) {
        jpeg_destroy_decompress(&info);
        return 0;
    }
    jpeg_create_decompress(&info);
    info.progress = &progress;
    jpeg_mem_src(&info, bytes, count);
    jpeg_read_header(&info, TRUE);
    info.out_color_space = JCS_EXT_BGRX;
    if ((int)info.image_width != width || (int)info.image_height != height) shim_jpeg_exit((j_common_ptr)&info);
    jpeg_start_decompress(&info);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = pixels + (size_t)stride * info.output_scanline;
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    return 1;
}

// Encodes such rows; the bytes are the caller's to free, NULL where it failed. There is room for more than the rows can need:
// libjpeg would tell the address of a buffer it made itself only at the end, and one it has let go could not be told from it.
static inline unsigned char *shim_jpeg_encode(const unsigned char *pixels, int stride, int width, int height, int quality,
                                              unsigned long *count) {
    struct shim_jpeg_errors errors;
    struct jpeg_compress_struct info;
    unsigned long length = ((unsigned long)width + 16) * ((unsigned long)height + 16) * 8 + 65536;
    unsigned char *made = malloc(length);
    if (made == NULL) return NULL;
    shim_jpeg_listen(&errors);
    info.err = &errors.manager;
    if (setjmp(errors.place)) {
        jpeg_destroy_compress(&info);
        free(made);
        return NULL;
    }
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &made, &length);
    info.image_width = (JDIMENSION)width;
    info.image_height = (JDIMENSION)height;
    info.input_components = 4;
    info.in_color_space = JCS_EXT_BGRX;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    info.density_unit = 0;
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        JSAMPROW row = (JSAMPROW)(pixels + (size_t)stride * info.next_scanline);
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    *count = length;
    jpeg_destroy_compress(&info);
    return made;
}
