# name                      what is drawn (320x240, without text so that no installed font matters)
set(small --size 320x240 --no-text)
pinstretch_golden(anatomical_lateral render --time 0 --camera lateral --show bones,muscles,hamstrings ${small})
pinstretch_golden(bones             render --time 0 --camera posterior_thigh --show bones ${small})
