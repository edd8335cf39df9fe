// Command suivi keeps the memory of a coordination committee, in a terminal:
// it reads the command line, opens the file and shows the screens.
package main

import "os"

func main() { os.Exit(run(os.Args[1:])) }
