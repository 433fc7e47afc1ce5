#include "platform/driver_threads.h"

#include <filesystem>
#include <fstream>
#include <sched.h>
#include <string>
#include <vector>

namespace platform {

namespace {
namespace fs = std::filesystem;

/// Of this process, by the names that Mesa gives them; empty where they cannot be told.
std::vector<pid_t> drawing_threads() {
    std::vector<pid_t> threads;
    std::error_code error; // a thread may end meanwhile
    for (fs::directory_iterator task("/proc/self/task", error), end; !error && task != end; task.increment(error)) {
        std::ifstream file(task->path() / "comm");
        std::string name;
        if (std::getline(file, name) && name.starts_with("llvmpipe-"))
            threads.push_back(static_cast<pid_t>(std::stol(task->path().filename().string())));
    }
    return threads;
}

std::vector<std::size_t> cores() {
    std::vector<std::size_t> cores;
    cpu_set_t all;
    CPU_ZERO(&all);
    if (sched_getaffinity(0, sizeof all, &all) != 0) return cores;
    for (std::size_t core = 0; core < CPU_SETSIZE; ++core)
        if (CPU_ISSET(core, &all)) cores.push_back(core);
    return cores;
}
} // namespace

void spread_driver_threads() {
    const std::vector<pid_t> threads = drawing_threads();
    const std::vector<std::size_t> on = cores();
    if (threads.size() != on.size()) return;
    for (std::size_t i = 0; i < threads.size(); ++i) {
        cpu_set_t own;
        CPU_ZERO(&own);
        CPU_SET(on[i], &own);
        sched_setaffinity(threads[i], sizeof own, &own); // refused: they run where they ran
    }
}

} // namespace platform
