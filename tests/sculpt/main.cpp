// main of the model's test: answers as the import child, else runs the tests.
#include "files/load.h"

#include <gtest/gtest.h>

int main(int argc, char** argv) {
    if (argc == 3 && argv[1] == files::k_import_child) return files::import_child(argv[2]);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
