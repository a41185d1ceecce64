// Bodies travel as zstd; what arrives is never trusted.
#include "sync/protocol/codec.h"

#include <QTest>

#include <memory>
#include <zstd.h>

using namespace dure::protocol;

class CompressionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void what_was_packed_comes_out_the_same()
    {
        std::string text;
        for (int i = 0; i < 50'000; ++i)
            text += "order line " + std::to_string(i * 7919) + "\n";
        const std::string packed = compress(text);
        QVERIFY(packed.size() < text.size() / 3);
        QVERIFY(decompress(packed, text.size() + 1).value() == text);
        QVERIFY(decompress(compress("x"), 10).value() == "x");
        QVERIFY(decompress(compress(""), 10).value().empty());
    }

    void a_body_of_exactly_the_limit_is_accepted()
    {
        const std::string text(100'000, 'a');
        QVERIFY(decompress(compress(text), text.size()).has_value());
        QVERIFY(!decompress(compress(text), text.size() - 1).has_value());
    }

    void a_bomb_stops_at_the_limit()
    {
        const std::string zeros(200 * 1024 * 1024, '\0');
        const std::string bomb = compress(zeros);
        QVERIFY(bomb.size() < 100'000);
        QVERIFY(!decompress(bomb, 1'000'000).has_value());
    }

    void many_frames_one_after_another_count_together()
    {
        std::string frames;
        for (int i = 0; i < 100; ++i)
            frames += compress(std::string(1000, 'b'));
        QCOMPARE(decompress(frames, 200'000).value().size(), std::size_t{100'000});
        QVERIFY(!decompress(frames, 50'000).has_value());
    }

    void a_cut_off_body_is_refused_wherever_it_is_cut()
    {
        std::string text;
        for (int i = 0; i < 2000; ++i)
            text += std::to_string(i * i);
        const std::string packed = compress(text);
        for (std::size_t size = 0; size < packed.size(); ++size)
            QVERIFY(!decompress(packed.substr(0, size), 1'000'000).has_value());
    }

    void changed_bytes_never_crash()
    {
        std::string text(5000, 'c');
        text += "end of it";
        const std::string packed = compress(text);
        for (std::size_t i = 0; i < packed.size(); ++i)
            for (int bit = 0; bit < 8; ++bit) {
                std::string broken = packed;
                broken[i] = static_cast<char>(broken[i] ^ (1 << bit));
                if (const auto out = decompress(broken, 100'000))
                    QVERIFY(out->size() <= 100'000);
            }
    }

    void a_window_larger_than_ours_is_refused()
    {
        const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
        ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, 27);
        ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag, 0);
        std::string out(1'000'000, '\0');
        ZSTD_outBuffer to{out.data(), out.size(), 0};
        const std::string text(1000, 'd');
        ZSTD_inBuffer from{text.data(), text.size(), 0};
        QVERIFY(ZSTD_compressStream2(context.get(), &to, &from, ZSTD_e_flush) == 0);
        QVERIFY(ZSTD_compressStream2(context.get(), &to, &from, ZSTD_e_end) == 0);
        QVERIFY(!decompress(std::string_view(out).substr(0, to.pos), 1'000'000).has_value());
    }
};

QTEST_APPLESS_MAIN(CompressionTest)
#include "compression_test.moc"
