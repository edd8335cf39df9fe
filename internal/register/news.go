package register

import "suivi/internal/committee"

// News is what became of an open file since somebody last looked.
type News struct {
	// Seq is the last line of the journal that was looked at; 0 for the one that
	// was the last when the file was opened.
	Seq int64
	// Things are what others changed, each once. Everything says that there are
	// more than can be named.
	Things     []committee.Thing
	Everything bool
	// By are the names of those who changed them, each once; empty for somebody
	// who gave none.
	By []string
	// Trouble is what is wrong with the file itself; empty for nothing.
	Trouble committee.FileReason
}

// Told tells whether n says anything of what the file holds.
func (n News) Told() bool { return n.Everything || len(n.Things) > 0 }
