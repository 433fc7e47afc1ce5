#include "viewer/process.h"

#include <ctime>
#include <fstream>
#include <malloc.h>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace viewer {

double process_age_ms() {
    std::ifstream file("/proc/self/stat");
    std::string text;
    std::getline(file, text);
    // the name, in brackets, may hold blanks; the start is the 20th field after it (proc(5): field 22), in ticks since
    // boot
    const std::size_t name_end = text.rfind(')');
    if (name_end == std::string::npos) return 0.0;
    std::istringstream fields(text.substr(name_end + 1));
    std::string field;
    for (int i = 0; i < 20; ++i) fields >> field;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double started_s = std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK));
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 - started_s) * 1e3;
}

double peak_memory_mb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024.0 * 1e-6;
}

void share_heap() {
    constexpr int k_large = 8 << 20, k_spare = 64 << 20;
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, k_large);
    // what a software renderer asks for in every picture is not given back in between
    mallopt(M_TRIM_THRESHOLD, k_spare);
}

void trim_heap() { malloc_trim(0); }

} // namespace viewer
