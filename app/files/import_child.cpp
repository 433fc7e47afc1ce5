#include "base/failure.h"
#include "files/import.h"
#include "files/load.h"

#include <exception>
#include <sys/resource.h>
#include <unistd.h>

namespace files {

namespace {

/// A hostile file may ask for endless time or memory. The address sanitizer reserves terabytes, so under it the
/// memory limit stays off.
void limit_this_process() {
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    const rlimit no_files{0, 0};
    ::setrlimit(RLIMIT_FSIZE, &no_files);
    const rlimit seconds{120, 120};
    ::setrlimit(RLIMIT_CPU, &seconds);
#ifndef __SANITIZE_ADDRESS__
    const rlimit memory{rlim_t{6} << 30, rlim_t{6} << 30};
    ::setrlimit(RLIMIT_AS, &memory);
#endif
}

void write_out(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written <= 0) return;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

} // namespace

int import_child(const char* file) {
    limit_this_process();
    try {
        write_out(to_cache(read_with_assimp(file)));
        return 0;
    } catch (const base::Failure& failure) {
        const std::string_view why = failure.what();
        write_out(std::as_bytes(std::span(why)));
    } catch (const std::exception&) {
        constexpr std::string_view why = "The model needs more memory than an import may take.";
        write_out(std::as_bytes(std::span(why)));
    }
    return k_import_refused;
}

} // namespace files
