#include "sync/protocol/codec.h"

#include <zstd.h>

#include <memory>

namespace dure::protocol {

std::string compress(std::string_view bytes)
{
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3);
    if (ZSTD_isError(size))
        return {};
    out.resize(size);
    return out;
}

Decoded<std::string> decompress(std::string_view bytes, std::size_t maxBytes)
{
    const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, 24); // 16 MiB: what level 3 never exceeds
    std::string out;
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::size_t left = 1;
    while (in.pos < in.size) {
        const std::size_t used = out.size();
        if (used >= maxBytes)
            return std::unexpected(DecodeError{"zstd: too large"});
        out.resize(std::min(maxBytes, used + std::max<std::size_t>(ZSTD_DStreamOutSize(), bytes.size() * 4)));
        ZSTD_outBuffer step{out.data(), out.size(), used};
        left = ZSTD_decompressStream(context.get(), &step, &in);
        out.resize(step.pos);
        if (ZSTD_isError(left))
            return std::unexpected(DecodeError{"zstd"});
    }
    while (left != 0) { // the frame's last block may still wait inside the decoder
        const std::size_t used = out.size();
        if (used >= maxBytes)
            return std::unexpected(DecodeError{"zstd: too large"});
        out.resize(std::min(maxBytes, used + ZSTD_DStreamOutSize()));
        ZSTD_outBuffer step{out.data(), out.size(), used};
        left = ZSTD_decompressStream(context.get(), &step, &in);
        const bool stalled = step.pos == used;
        out.resize(step.pos);
        if (ZSTD_isError(left) || (stalled && left != 0))
            return std::unexpected(DecodeError{"zstd: cut off"});
    }
    return out;
}

} // namespace dure::protocol
