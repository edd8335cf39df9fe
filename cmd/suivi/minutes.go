package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"suivi/internal/committee"
	"suivi/internal/document"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/store"
)

// lastMeeting are the words, folded, that stand for the meeting in session, or
// else the last one: those of either language, whichever is spoken.
var lastMeeting = []string{"last", "derniere", "dernier"}

// paper is what the command line asks to write of a meeting.
type paper struct {
	kind      document.Kind
	format    string
	to        string
	overwrite bool
}

func (p *program) paperWords() *i18n.PaperWords { return &p.loc.Words.Paper }

func (p *program) minutesCommand() *cobra.Command {
	w := p.paperWords()
	asked, record := paper{format: string(document.FormatMarkdown)}, false
	cmd := &cobra.Command{
		Use: "minutes " + p.words().File + " " + w.Meeting, Short: w.Command.Short, Long: fmt.Sprintf(w.Command.Long, w.Meeting),
		Args: p.fromTo(2, w.Wanted), DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			asked.kind = document.Proceedings
			if record {
				asked.kind = document.Decisions
			}
			path, err := filepath.Abs(args[0])
			if err != nil {
				return err
			}
			return p.notDumped(path, p.minutes(cmd, path, args[1], asked))
		},
	}
	formats := make([]string, len(document.Formats))
	for i, f := range document.Formats {
		formats[i] = string(f)
	}
	cmd.Flags().BoolVar(&record, "record", false, w.Record)
	cmd.Flags().Var(choice{&asked.format, formats}, "format", w.Format)
	cmd.Flags().Var(named{&asked.to, w.Path}, "out", w.Out)
	cmd.Flags().BoolVar(&asked.overwrite, "force", false, w.Force)
	return cmd
}

// minutes writes a paper on a meeting of a file.
func (p *program) minutes(cmd *cobra.Command, path, meeting string, asked paper) error {
	ctx, stop := interruptible(cmd)
	defer stop()
	s, err := store.Open(path, store.Options{ReadOnly: true, Now: p.now})
	if err != nil {
		return err
	}
	defer s.Close()
	r, err := p.held(ctx, s, meeting)
	if err != nil {
		return err
	}
	content := document.Format(asked.format).Bytes(asked.kind.On(r))
	if asked.to == "" || asked.to == standard {
		if _, err := p.out.Write(content); err != nil {
			return &refusal{sentence: p.paperWords().OutputLost}
		}
		return nil
	}
	to, err := filepath.Abs(asked.to)
	if err != nil {
		return err
	}
	if err := store.WriteDocument(to, content, asked.overwrite); err != nil {
		return err
	}
	p.say(p.paperWords().Written, shown(to))
	return nil
}

// held is the record of the meeting that was asked for, if it was opened. Which
// one stands for the last is said on the side of errors.
func (p *program) held(ctx context.Context, s *store.Store, meeting string) (r register.MeetingRecord, err error) {
	w := p.paperWords()
	name := meeting
	if slices.Contains(lastMeeting, text.Fold(meeting)) {
		name = ""
	}
	id, err := s.MeetingCalled(ctx, name)
	if errors.Is(err, committee.ErrNotFound) && name != "" {
		id, err = p.heldOn(ctx, s, meeting)
	}
	switch {
	case errors.Is(err, committee.ErrNotFound) && name == "":
		return r, &refusal{sentence: w.NoneHeld}
	case errors.Is(err, committee.ErrNotFound):
		return r, &refusal{sentence: p.andHeld(ctx, s, fmt.Sprintf(w.NoMeeting, text.Line(meeting)))}
	case err != nil:
		return r, err
	}
	if r, err = s.MeetingRecord(ctx, id); err != nil {
		return r, err
	}
	if state := r.Meeting.State; !sat(state) {
		return r, &refusal{sentence: p.andHeld(ctx, s, fmt.Sprintf(w.Unheld, text.Line(meeting)))}
	}
	if name == "" {
		p.complain(fmt.Sprintf(w.Taken, p.naming(r.Meeting), p.loc.Words.States.Meeting[r.Meeting.State].Full))
	}
	return r, nil
}

// sat tells whether there is something to write of a meeting.
func sat(state committee.MeetingState) bool {
	return state == committee.InSession || state == committee.Adjourned
}

// heldOn is the one meeting of a day, of several the one that was opened; more
// than one is refused, with what each is called.
func (p *program) heldOn(ctx context.Context, s *store.Store, typed string) (committee.MeetingID, error) {
	day, err := time.Parse(time.DateOnly, typed)
	if err != nil {
		if day, err = time.Parse("02/01/2006", typed); err != nil {
			return "", committee.ErrNotFound
		}
	}
	all, err := s.MeetingsOn(ctx, committee.DateOf(day))
	if err != nil {
		return "", err
	}
	if opened := slices.DeleteFunc(slices.Clone(all), func(m committee.Meeting) bool { return !sat(m.State) }); len(opened) > 0 {
		all = opened
	}
	switch len(all) {
	case 0:
		return "", committee.ErrNotFound
	case 1:
		return all[0].ID, nil
	}
	names := make([]string, len(all))
	for n, m := range all {
		names[n] = fmt.Sprintf(p.loc.Words.Minutes.Post, cmp.Or(m.Ref, string(m.ID)), m.Title)
	}
	return "", &refusal{sentence: fmt.Sprintf(p.paperWords().SeveralHeld, typed, p.loc.List(names))}
}

// naming is what a meeting may be asked for by, with what it is: its number and
// its days, or its first day and its title.
func (p *program) naming(m committee.Meeting) string {
	if m.Ref == "" {
		return fmt.Sprintf(p.loc.Words.Minutes.Post, string(m.Starts), text.Line(m.Title))
	}
	return fmt.Sprintf(p.loc.Words.Minutes.Post, m.Ref, p.loc.Span(m.Starts, m.Ends))
}

// andHeld adds to a sentence the meetings there is something to write of, the
// last ones first.
func (p *program) andHeld(ctx context.Context, s *store.Store, said string) string {
	const some = 8
	all, err := s.Meetings(ctx, register.Query{Sort: "starts", Desc: true, Limit: 5 * some})
	if err != nil {
		return said // what was asked for is what counts
	}
	var names []string
	for _, m := range all.Rows {
		if sat(m.State) && len(names) < some {
			names = append(names, p.naming(committee.Meeting{Mark: committee.Mark{Ref: m.Ref}, Title: m.Title, Starts: m.Starts, Ends: m.Ends}))
		}
	}
	if len(names) == 0 {
		return said
	}
	return said + " " + fmt.Sprintf(p.paperWords().Known, p.loc.List(names))
}

// writeDocuments writes both papers on a meeting beside the file of this visit,
// in every format, as new files: where a name is taken, the next number is.
func (v *visit) writeDocuments(ctx context.Context, meeting committee.MeetingID) ([]string, error) {
	v.mu.Lock()
	file, folder := v.open, filepath.Dir(v.path)
	v.mu.Unlock()
	if file == nil {
		return nil, committee.ErrNotFound
	}
	r, err := file.MeetingRecord(ctx, meeting)
	if err != nil {
		return nil, err
	}
	var made []string
	for _, kind := range document.Kinds {
		d := kind.On(r)
		paths, err := newDocument(filepath.Join(folder, kind.Name(r)), d)
		for _, path := range paths {
			made = append(made, shown(path))
		}
		if err != nil {
			return made, err
		}
	}
	return made, nil
}

// documents are the paths of the papers on a meeting that are beside the file of
// this visit, as writeDocuments names them.
func (v *visit) documents(r register.MeetingRecord) []string {
	v.mu.Lock()
	folder := filepath.Dir(v.path)
	v.mu.Unlock()
	var found []string
	for _, kind := range document.Kinds {
		for n := 1; n <= mostNames; n++ {
			before := len(found)
			for _, f := range document.Formats {
				if path := numbered(filepath.Join(folder, kind.Name(r)), n) + f.Ending(); exists(path) {
					found = append(found, shown(path))
				}
			}
			if len(found) == before {
				break
			}
		}
	}
	return found
}

// numbered is a name, or, from the second on, that name with its number.
func numbered(name string, n int) string {
	if n == 1 {
		return name
	}
	return name + "-" + strconv.Itoa(n)
}

// mostNames bounds the numbers that are tried for a name.
const mostNames = 1000

// newDocument writes a document in every format, under one free name.
func newDocument(name string, d document.Document) (made []string, err error) {
	for n := 1; n <= mostNames; n++ {
		base := numbered(name, n)
		taken := false
		for _, f := range document.Formats {
			taken = taken || exists(base+f.Ending())
		}
		if taken {
			continue
		}
		for _, f := range document.Formats {
			if err = store.WriteDocument(base+f.Ending(), f.Bytes(d), false); err != nil {
				break
			}
			made = append(made, base+f.Ending())
		}
		// Somebody may have taken the name meanwhile.
		if !store.DocumentTaken(err) {
			break
		}
	}
	return made, err
}
