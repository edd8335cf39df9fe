package register

import "suivi/internal/committee"

// Copies are the dated copies that a file makes of itself, one for each day on
// which something changed.
type Copies struct {
	// Folder is where they lie, beside the file.
	Folder string
	// Keep is how many are kept; none are made when 0.
	Keep int
	// Made is how many there are, Last the day of the newest.
	Made int
	Last committee.Date
}
