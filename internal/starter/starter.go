// Package starter holds the starter packs as data and loads them through the
// use cases of a file.
package starter

import (
	"cmp"
	"context"
	"embed"
	"fmt"
	"io/fs"
	"slices"

	"suivi/internal/committee"
)

//go:embed data
var data embed.FS

// Pack is a set of rows that a new file can start from.
type Pack struct {
	// Key names the pack on the command line and in the words of the program.
	Key string
}

// Packs lists the packs, the one drawn from the source first.
func Packs() []Pack {
	return []Pack{{Key: "bamako-2017"}, {Key: "checklist"}, {Key: "example"}}
}

// Report says what a load did.
type Report struct {
	Pack string
	// Added counts the new rows.
	Added map[committee.Kind]int
	// Steps counts the changes of state that were made.
	Steps int
	// Present counts the rows that were in the file already and were left as
	// they are.
	Present int
	// Left lists the rows whose remaining steps were not made, because
	// somebody moved the row to a state that the pack does not know.
	Left []committee.Thing
}

// Changed tells whether the load wrote anything.
func (r Report) Changed() bool { return len(r.Added) > 0 || r.Steps > 0 }

// Load brings a pack into a file. lang picks the language of the pack's texts
// where the pack has several; today dates the rows that the pack itself makes
// and that no document dates.
//
// Every row has an ID drawn from the pack, its kind and its key, so that
// loading again finds it and leaves it as it is. A step (convene, adopt,
// declare…) is made only when its row stands exactly where the pack says it
// stood before that step: if it stands further, the step was made before; if
// it stands elsewhere, somebody took the row over and its other steps are
// left. A load that was interrupted is therefore resumed by loading again.
//
// The papers of the committee are in the language asked for, whatever the pack's is.
//
// An error names the file, the kind and the key of the row, and wraps what the
// use case said: a *committee.FieldError when, for one, the file has an
// institution of that name. Rows loaded before it stay. A pack that is not there is a *committee.FieldError.
func Load(ctx context.Context, d Desk, pack string, lang committee.Language, today committee.Date) (Report, error) {
	report := Report{Pack: pack, Added: map[committee.Kind]int{}}
	if !slices.Contains(Packs(), Pack{Key: pack}) {
		return report, &committee.FieldError{Field: committee.FieldName, Reason: committee.ReasonUnknown, Detail: pack}
	}
	files, err := readPack(data, pack, lang)
	if err != nil {
		return report, err
	}
	b := &builder{pack: pack, papers: cmp.Or(lang, committee.French), today: today, desk: d, report: &report}
	if err := b.build(files); err != nil {
		return report, err
	}
	return report, b.run(ctx)
}

// readPack reads the files of a pack in the order of their names. A pack that
// does not have the language comes in French.
func readPack(from fs.FS, pack string, lang committee.Language) ([]*file, error) {
	names, err := fs.Glob(from, "data/"+pack+"/"+string(lang)+"/*.toml")
	if err != nil {
		return nil, fmt.Errorf("starter: %s: %w", pack, err)
	}
	if len(names) == 0 && lang != committee.French {
		return readPack(from, pack, committee.French)
	}
	files := make([]*file, 0, len(names))
	for _, name := range names {
		f, err := readFile(from, name)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}
