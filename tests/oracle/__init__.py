"""What programs that are not ours see in a file, held against what is read of it, word by word."""
