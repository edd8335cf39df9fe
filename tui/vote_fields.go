package tui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/keymap"
	"suivi/tui/widget"
)

// voteFields are the fields of a vote. What a manner does not ask for is
// hidden, and comes back with it.
func voteFields(d *desk, s voteSeed) []widget.Field {
	fields := append(aboutFields(d, s), labelled(choiceField(d, committee.FieldManner, committee.Consensus, voteManners, full(d.words().States.Manner)), d.words().Vote.Manner))
	fields = append(fields, countFields(d)...)
	fields = append(fields, voiceFields(d, s)...)
	fields = append(fields, recusedField(d, s))
	if s.Casting {
		fields = append(fields, castingField(d, s))
	}
	return append(fields, motionFields(d, s)...)
}

// motionFields ask what is proposed of something that is put to the vote. They
// come last: it mostly is to adopt it.
func motionFields(d *desk, s voteSeed) []widget.Field {
	if len(s.Proposals) == 0 {
		return nil
	}
	w := d.words().Vote
	f := labelled(choiceField(d, fieldMotion, toAdopt, []motion{toAdopt, toPutOff}, map[motion]string{toAdopt: w.ToAdopt, toPutOff: w.ToPutOff}), w.Motion)
	f.When = func(v widget.Values) bool {
		_, n := s.about(v)
		return n >= 0
	}
	return []widget.Field{f}
}

// voteManners lists how a vote may be taken.
var voteManners = []committee.Manner{committee.Consensus, committee.ShowOfHands, committee.ByName, committee.Secret}

// mostPut is how many rows the text that is put to the vote takes while it is not
// in hand: what is voted on is read whole.
const mostPut = 10

// aboutFields are what is put to the vote, and its wording.
func aboutFields(d *desk, s voteSeed) []widget.Field {
	w := d.words().Vote
	values, words := make([]string, 0, len(s.Proposals)+2), map[string]string{voteNew: w.New, voteFree: w.Free}
	about, again := voteNew, []string(nil)
	for _, p := range s.Proposals {
		t, said := target(p.Thing), p.Ref+"  "+text.Line(p.Text)
		if p.Settled {
			again, words[t] = append(again, t), fmt.Sprintf(w.Again, said)
		} else {
			values, words[t] = append(values, t), said
		}
		if t == s.About {
			about = t
		}
	}
	if about == voteNew && len(values) > 0 {
		about = values[0]
	}
	// A new vote never begins on what a vote has settled.
	values = append(append(values, voteNew, voteFree), again...)
	is := func(value string) func(widget.Values) bool {
		return func(v widget.Values) bool { return typed(v, fieldAbout) == value }
	}
	fields := []widget.Field{labelled(choiceField(d, fieldAbout, about, values, words), w.About)}
	for n, p := range s.Proposals {
		f := hint(labelled(must(longField(d, wordingField(n), p.Text)), w.Wording), w.AmendedHelp)
		f.Rest = mostPut
		f.When = func(v widget.Values) bool { return typed(v, fieldAbout) == target(p.Thing) && !s.putsOff(v) }
		fields = append(fields, f)
	}
	wording := hint(labelled(must(longField(d, committee.FieldText, "")), w.Wording), d.words().Decision.WordingHelp)
	wording.When, wording.Rest = is(voteNew), mostPut
	question := labelled(must(lineField(d, fieldFree, "")), w.Subject)
	question.Max, question.When = 4*committee.MaxLine, is(voteFree)
	return append(fields, wording, question)
}

// countFields are the counts of a vote by show of hands or in secret.
func countFields(d *desk) []widget.Field {
	w := d.words().Vote
	var fields []widget.Field
	for _, c := range []struct {
		name  committee.Field
		label string
		must  bool
	}{{votesFor, w.For, true}, {votesAgainst, w.Against, true}, {votesAbstain, w.Abstain, false}, {votesNone, w.None, false}} {
		f := labelled(numberField(d, c.name, nil, 0, 10_000), c.label)
		f.Required = c.must
		f.When = func(v widget.Values) bool {
			m := chosen[committee.Manner](v, committee.FieldManner)
			return m == committee.ShowOfHands || m == committee.Secret
		}
		fields = append(fields, f)
	}
	return fields
}

// voiceFields are those present, one by one, in a vote by name: one for each
// institution where its delegates share a voice. Who stands back is not among them.
func voiceFields(d *desk, s voteSeed) []widget.Field {
	words := voiceWords(d.words())
	var fields []widget.Field
	for _, p := range s.People {
		f := labelled(choiceField(d, voiceField(p), "", append([]committee.Voice{""}, committee.Voices...), words), p.Name)
		f.When = func(v widget.Values) bool {
			return chosen[committee.Manner](v, committee.FieldManner) == committee.ByName && s.speaks(v, p.ID)
		}
		if f.Help = d.words().Vote.Voices; p.By != "" {
			f.Aside = fmt.Sprintf(d.words().Vote.By, p.By)
		}
		fields = append(fields, f)
	}
	return fields
}

// recusedField chooses who stands back, among those present.
func recusedField(d *desk, s voteSeed) widget.Field {
	offer := make([]register.Option, len(s.People))
	for n, p := range s.People {
		offer[n] = register.Option{Thing: thing(committee.KindAttendance, p.ID), Label: p.Name}
		if p.Of != p.Name {
			offer[n].Detail = p.Of
		}
	}
	var back []register.Option
	for _, o := range offer {
		if slices.Contains(s.Recused, committee.AttendanceID(o.Thing.ID)) {
			back = append(back, o)
		}
	}
	return widget.Field{
		Name: string(fieldRecused), Label: d.words().Vote.Recused, Help: d.words().Vote.RecusedHelp, Kind: widget.FieldLookups, Chosen: back,
		Complete: func(_ context.Context, typed string) ([]register.Option, error) {
			var found []register.Option
			for _, o := range offer {
				known := text.Fold(" " + o.Label + " " + o.Detail + " " + strings.ReplaceAll(o.Detail, "-", " "))
				if strings.Contains(known, " "+text.Fold(strings.TrimSpace(typed))) && len(found) < offered {
					found = append(found, o)
				}
			}
			return found, nil
		},
	}
}

// castingField is offered on a tie only.
func castingField(d *desk, s voteSeed) widget.Field {
	words := map[committee.Voice]string{
		"": d.words().Vote.NoCasting, committee.VoiceFor: d.words().Sitting.Voice[committee.VoiceFor].Full,
		committee.VoiceAgainst: d.words().Sitting.Voice[committee.VoiceAgainst].Full,
	}
	f := labelled(choiceField(d, fieldCasting, "", []committee.Voice{"", committee.VoiceFor, committee.VoiceAgainst}, words), d.words().Vote.Casting)
	f.When = func(v widget.Values) bool { return tied(s.tally(v).Votes) }
	return f
}

// voiceKeys are the keys of a voice in a vote by name.
var voiceKeys = []struct {
	key   keymap.Key
	voice committee.Voice
}{
	{keymap.VoiceFor, committee.VoiceFor},
	{keymap.VoiceAgainst, committee.VoiceAgainst},
	{keymap.VoiceAbstain, committee.VoiceAbstain},
	{keymap.VoiceNone, committee.VoiceNone},
}

// voteKey notes a voice with one key, and goes on to the next person; false
// where the key is not one, or no voice is in hand.
func voteKey(f widget.Form, name string) (widget.Form, tea.Cmd, bool) {
	at := f.Focused()
	if !strings.HasPrefix(at, fieldVoice) {
		return f, nil, false
	}
	for _, v := range voiceKeys {
		if v.key.Matches(name) {
			next, cmd := f.Fill(at, string(v.voice)).Update(tea.KeyPressMsg{Code: tea.KeyTab})
			return next, cmd, true
		}
	}
	return f, nil, false
}

// voiceCommands are the keys of the voice in hand, for the footer.
func voiceCommands(f widget.Form) []command {
	if !strings.HasPrefix(f.Focused(), fieldVoice) {
		return nil
	}
	var cmds []command
	for _, v := range voiceKeys {
		cmds = append(cmds, command{key: v.key})
	}
	return cmds
}
