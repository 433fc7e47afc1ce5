# Brings the libraries in; no copied code lives here. packages.txt lists what Debian and Ubuntu call them.
find_package(PkgConfig REQUIRED)
find_package(glm REQUIRED)
find_package(fmt REQUIRED)
find_package(TBB REQUIRED)
find_package(CLI11 REQUIRED)
find_package(assimp REQUIRED)
find_package(glfw3 REQUIRED)
find_package(meshoptimizer REQUIRED)
pkg_check_modules(EPOXY REQUIRED IMPORTED_TARGET GLOBAL epoxy)
pkg_check_modules(EGL REQUIRED IMPORTED_TARGET GLOBAL egl)
pkg_check_modules(STB REQUIRED IMPORTED_TARGET GLOBAL stb)
pkg_check_modules(TOMLPP REQUIRED IMPORTED_TARGET GLOBAL tomlplusplus)
pkg_check_modules(IMGUI REQUIRED IMPORTED_TARGET GLOBAL imgui)

# OpenVDB ships a find module, not a package configuration
list(APPEND CMAKE_MODULE_PATH /usr/lib/${CMAKE_LIBRARY_ARCHITECTURE}/cmake/OpenVDB)
find_package(OpenVDB REQUIRED)
