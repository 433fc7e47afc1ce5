#include "files/child_process.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace files {

namespace {

constexpr const char* k_mark = "PINSTRETCH_IMPORT_CHILD";

using Clock = std::chrono::steady_clock;

/// The reading end of the child's standard output.
class Output {
public:
    explicit Output(int descriptor) : descriptor_(descriptor) {}
    ~Output() { ::close(descriptor_); }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    /// Reads to the end of the stream; says which limit stopped it, if one did.
    Ending drain(const ChildLimits& limits, std::vector<std::byte>& into) const {
        const Clock::time_point deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(limits.time);
        std::vector<std::byte> block(1 << 16);
        while (true) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
            if (left <= 0) return Ending::too_slow;
            pollfd waiting{descriptor_, POLLIN, 0};
            if (::poll(&waiting, 1, static_cast<int>(left)) <= 0) continue;
            const ssize_t got = ::read(descriptor_, block.data(), block.size());
            if (got == 0) return Ending::finished;
            if (got < 0 && errno != EINTR) return Ending::crashed;
            if (got > 0) into.insert(into.end(), block.begin(), block.begin() + got);
            if (into.size() > limits.output_bytes) return Ending::too_much;
        }
    }

private:
    int descriptor_;
};

/// Starts the child; its standard output is `out`. Returns 0 when that fails.
pid_t start(std::string_view word, const std::string& argument, int out) {
    std::string program = "pinstretch", first(word), second = argument, mark = std::string(k_mark) + "=1";
    char* arguments[] = {program.data(), first.data(), second.data(), nullptr};
    std::vector<char*> environment;
    for (char** entry = environ; *entry; ++entry) environment.push_back(*entry);
    environment.push_back(mark.data());
    environment.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int failed = ::posix_spawn(&child, "/proc/self/exe", &actions, nullptr, arguments, environment.data());
    posix_spawn_file_actions_destroy(&actions);
    return failed ? 0 : child;
}

} // namespace

bool is_child() { return std::getenv(k_mark) != nullptr; }

ChildResult run_self(std::string_view word, const std::string& argument, const ChildLimits& limits) {
    ChildResult result;
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return {Ending::failed_to_start, 0, {}};
    const Output output(ends[0]);
    const pid_t child = start(word, argument, ends[1]);
    ::close(ends[1]);
    if (child == 0) return {Ending::failed_to_start, 0, {}};
    result.ending = output.drain(limits, result.output);
    if (result.ending != Ending::finished) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (result.ending != Ending::finished) return result;
    if (!WIFEXITED(status))
        result.ending = Ending::crashed;
    else
        result.code = WEXITSTATUS(status);
    return result;
}

} // namespace files
