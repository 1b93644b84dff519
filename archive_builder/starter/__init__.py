"""What a new archive begins with: the files that `archive new` writes and `archive upgrade` renews.

answers     what somebody says of an archive when it is begun
files       each file by its path, as this version of the program writes it
record      what was answered and written, kept in the archive for the next upgrade
upgrade     what an upgrade does with each file
"""
