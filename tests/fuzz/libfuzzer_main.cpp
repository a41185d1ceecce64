// The target under libFuzzer. DURE_SEEDS=DIR writes the first inputs there and ends.
#include "tests/fuzz/target.h"

#include <fstream>

extern "C" int LLVMFuzzerInitialize(int*, char***)
{
    const char* folder = std::getenv("DURE_SEEDS");
    if (!folder)
        return 0;
    int number = 0;
    for (const std::string& seed : dure::fuzz::seeds())
        std::ofstream(std::string(folder) + "/seed-" + std::to_string(++number), std::ios::binary) << seed;
    std::exit(0);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    dure::fuzz::tryInput({reinterpret_cast<const char*>(data), size});
    return 0;
}
