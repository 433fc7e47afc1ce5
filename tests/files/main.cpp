// main for every test program that imports models: answers as the import child, else runs the tests.
// Files that end in .crash, .hang and .garble make the child misbehave, as a broken importer would.
#include "files/load.h"

#include <cstdio>
#include <cstdlib>
#include <gtest/gtest.h>
#include <string_view>
#include <unistd.h>

int main(int argc, char** argv) {
    if (argc == 3 && argv[1] == files::k_import_child) {
        const std::string_view file = argv[2];
        if (file.ends_with(".crash")) ::_exit(139);
        if (file.ends_with(".hang")) ::sleep(600);
        if (file.ends_with(".garble")) return std::puts("no model") < 0;
        return files::import_child(argv[2]);
    }
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
