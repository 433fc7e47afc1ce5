#pragma once
// Progress: a bar on standard error, redrawn in place on a terminal, a line every tenth elsewhere.

#include <string>

namespace viewer {

class Progress {
public:
    Progress(std::string what, int total);
    ~Progress(); ///< an unfinished bar is left as it is, on a line of its own
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void step();

private:
    std::string what_;
    int total_, done_ = 0, shown_ = -1;
    bool terminal_;
};

} // namespace viewer
