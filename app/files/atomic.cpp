#include "base/failure.h"
#include "files/load.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace files {

namespace {

/// Closes and, unless renamed, removes the temporary file however the writing ends.
class Temporary {
public:
    explicit Temporary(const std::filesystem::path& target)
        : target_(target), path_(target.string() + "." + std::to_string(::getpid()) + ".tmp") {
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        if (descriptor_ < 0) fail();
    }
    ~Temporary() {
        if (descriptor_ >= 0) ::close(descriptor_);
        if (!renamed_) ::unlink(path_.c_str());
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;

    void write(std::span<const std::byte> bytes) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) fail();
            if (written > 0) bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
    }

    /// The data must be on the disk before the name is, else a power cut leaves an empty file under the good name.
    void rename() {
        if (::fsync(descriptor_) != 0 && errno != EINVAL) fail();
        const int closed = ::close(descriptor_);
        descriptor_ = -1;
        if (closed != 0 || ::rename(path_.c_str(), target_.c_str()) != 0) fail();
        renamed_ = true;
    }

private:
    [[noreturn]] void fail() {
        const std::string reason = std::strerror(errno);
        if (descriptor_ >= 0) ::close(descriptor_);
        descriptor_ = -1;
        ::unlink(path_.c_str());
        throw base::Failure("Cannot write " + target_.string() + ": " + reason + ".");
    }

    std::filesystem::path target_;
    std::string path_;
    int descriptor_ = -1;
    bool renamed_ = false;
};

} // namespace

void write_atomically(const std::filesystem::path& file, std::span<const std::byte> bytes) {
    Temporary temporary(file);
    temporary.write(bytes);
    temporary.rename();
}

} // namespace files
