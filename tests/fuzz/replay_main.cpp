// The target on its first inputs and on changed ones, drawn from a seed: short, for any compiler.
//   fuzz_NAME [--runs N] [--seed S]      fuzz_NAME FILE…  (what libFuzzer found)
// The input under test is written to fuzz-NAME.crash if the program dies of it.
#include "tests/fuzz/target.h"

#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <random>
#include <unistd.h>

namespace {

std::string current;
std::string crashFile;

void keepInput(int signal)
{
    const int file = ::open(crashFile.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file >= 0) [[maybe_unused]]
        const ssize_t written = ::write(file, current.data(), current.size());
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

class Mutator
{
public:
    Mutator(std::vector<std::string> seeds, std::uint64_t seed)
        : m_seeds(std::move(seeds))
        , m_random(seed)
    { }
    std::string next()
    {
        std::string bytes = any();
        const std::size_t changes = 1 + draw(6);
        for (std::size_t i = 0; i < changes; ++i)
            change(bytes);
        return bytes;
    }

private:
    std::size_t draw(std::size_t below) { return below == 0 ? 0 : m_random() % below; }
    const std::string& any() { return m_seeds[draw(m_seeds.size())]; }

    void change(std::string& bytes)
    {
        const std::size_t at = draw(bytes.size() + 1);
        const std::size_t length = draw(std::min<std::size_t>(bytes.size() - at, 24) + 1);
        switch (draw(6)) {
        case 0:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(m_random());
            break;
        case 1:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << draw(8)));
            break;
        case 2:
            bytes.erase(at, length);
            break;
        case 3:
            bytes.insert(at, bytes.substr(at, length));
            break;
        case 4: {
            const std::string& other = any();
            bytes.insert(at, other.substr(draw(other.size() + 1), draw(200)));
            break;
        }
        default: {
            static constexpr const char* words[] = {"null", "-1", "9223372036854775808", "1e999", "\"", "{", "]",
                "\\u0000", "\xed\xa0\x80", "\xff", "\"\"", "0x7f", "\r\n", "0000000000000000000000000000000000000000"};
            bytes.insert(at, words[draw(std::size(words))]);
        }
        }
    }

    std::vector<std::string> m_seeds;
    std::mt19937_64 m_random;
};

void run(std::string bytes)
{
    current = std::move(bytes);
    dure::fuzz::tryInput(current);
}

int replay(int count, char** files)
{
    for (int i = 0; i < count; ++i) {
        std::ifstream file(files[i], std::ios::binary);
        if (!file) {
            std::fprintf(stderr, "%s cannot be read\n", files[i]);
            return 2;
        }
        run(std::string(std::istreambuf_iterator<char>(file), {}));
    }
    std::printf("%d files\n", count);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const char* slash = std::strrchr(argv[0], '/');
    crashFile = std::string(slash ? slash + 1 : argv[0]) + ".crash";
    for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS})
        std::signal(signal, keepInput);
    if (argc > 1 && argv[1][0] != '-')
        return replay(argc - 1, argv + 1);
    long runs = 20'000;
    std::uint64_t seed = 1;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (std::strcmp(argv[i], "--runs") == 0)
            runs = std::atol(argv[i + 1]);
        else if (std::strcmp(argv[i], "--seed") == 0)
            seed = std::strtoull(argv[i + 1], nullptr, 10);
    }
    const auto seeds = dure::fuzz::seeds();
    for (const std::string& each : seeds)
        run(each);
    Mutator mutator(seeds, seed);
    for (long i = 0; i < runs; ++i)
        run(mutator.next());
    std::printf("%zu first inputs and %ld changed ones, no fault\n", seeds.size(), runs);
    return 0;
}
