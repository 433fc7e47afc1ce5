# What is installed where, and the .deb that `cpack` makes of it.
set(PINSTRETCH_SHARE ${CMAKE_INSTALL_DATADIR}/pinstretch)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/assets/lessons ${CMAKE_SOURCE_DIR}/assets/anatomy
    DESTINATION ${PINSTRETCH_SHARE}/assets
    PATTERN shapes EXCLUDE)  # only the sculptor reads them
install(FILES ${pinstretch_legs} DESTINATION ${PINSTRETCH_SHARE}/assets)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE ${CMAKE_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/pinstretch)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME pinstretch)
set(CPACK_PACKAGE_VENDOR Pinstretch)
set(CPACK_PACKAGE_CONTACT "Pinstretch developers <pinstretch@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, fonts-dejavu-core, ffmpeg, libgl1-mesa-dri")
set(CPACK_STRIP_FILES ON)
include(CPack)
