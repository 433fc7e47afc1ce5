# How every target of the project is made: one folder of app/ = one library, third parties PRIVATE, warnings are errors
# with the compilers of Debian 12.

add_library(pinstretch_options INTERFACE)
target_compile_options(pinstretch_options INTERFACE -Wall -Wextra -Wshadow -Wconversion
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>  # false alarms on std::string in GCC 12 (PR 105651)
    # one result on every compiler: no fused multiply-add that the source does not ask for
    -ffp-contract=off)
# newer compilers find more to warn about, and who only wants to run the program should not be stopped by it
if((CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13) OR
   (CMAKE_CXX_COMPILER_ID STREQUAL Clang AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15))
    target_compile_options(pinstretch_options INTERFACE -Werror)
endif()
target_include_directories(pinstretch_options INTERFACE ${CMAKE_SOURCE_DIR}/app)
# glm is a value type of the core's interfaces; doubles convert explicitly everywhere
target_compile_definitions(pinstretch_options INTERFACE GLM_FORCE_XYZW_ONLY GLM_ENABLE_EXPERIMENTAL)
if(PINSTRETCH_PACKAGED)
    target_compile_definitions(pinstretch_options INTERFACE PINSTRETCH_NO_ASSERT)
endif()
if(PINSTRETCH_SANITIZE)
    target_compile_options(pinstretch_options INTERFACE
        -fsanitize=${PINSTRETCH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)  # false alarms in instrumented std::regex
    target_link_options(pinstretch_options INTERFACE -fsanitize=${PINSTRETCH_SANITIZE})
endif()

# pinstretch_library(NAME SOURCES file... [DEPENDS lower floors...] [PRIVATE_LIBRARIES third parties...])
function(pinstretch_library name)
    cmake_parse_arguments(LIB "" "" "SOURCES;DEPENDS;PRIVATE_LIBRARIES" ${ARGN})
    add_library(${name} STATIC ${LIB_SOURCES})
    target_link_libraries(${name} PUBLIC pinstretch_options ${LIB_DEPENDS} PRIVATE ${LIB_PRIVATE_LIBRARIES})
endfunction()

# pinstretch_bench(NAME SOURCES file... LIBRARIES lib...): one Google Benchmark program; run by hand, not by ctest
function(pinstretch_bench name)
    cmake_parse_arguments(B "" "" "SOURCES;LIBRARIES" ${ARGN})
    add_executable(${name} ${B_SOURCES})
    target_link_libraries(${name} PRIVATE pinstretch_options ${B_LIBRARIES} benchmark::benchmark)
    target_compile_definitions(${name} PRIVATE
        PINSTRETCH_SOURCE_DIR="${CMAKE_SOURCE_DIR}" PINSTRETCH_BINARY_DIR="${CMAKE_BINARY_DIR}")
endfunction()

# pinstretch_test(NAME LABEL label SOURCES file... LIBRARIES lib... [TIMEOUT s]): one GoogleTest program, each case a ctest
function(pinstretch_test name)
    cmake_parse_arguments(T "" "LABEL;TIMEOUT" "SOURCES;LIBRARIES" ${ARGN})
    if(NOT T_TIMEOUT)
        set(T_TIMEOUT 300)
    endif()
    add_executable(${name} ${T_SOURCES})
    target_link_libraries(${name} PRIVATE pinstretch_options ${T_LIBRARIES} GTest::gtest GTest::gtest_main)
    target_compile_definitions(${name} PRIVATE
        PINSTRETCH_SOURCE_DIR="${CMAKE_SOURCE_DIR}" PINSTRETCH_BINARY_DIR="${CMAKE_BINARY_DIR}")
    gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST PROPERTIES LABELS ${T_LABEL} TIMEOUT ${T_TIMEOUT})
endfunction()
