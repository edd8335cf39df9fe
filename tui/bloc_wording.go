package tui

import (
	"context"
	"fmt"
	"maps"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/text"
	"suivi/tui/keymap"
	"suivi/tui/widget"
)

// blocSeed is what a draft keeps of the page, and what the prompt of a wording
// is made of.
type blocSeed struct {
	Meeting        committee.MeetingID                   `json:"meeting"`
	Item           committee.AgendaItemID                `json:"item"`
	Recommendation committee.Recommendation              `json:"recommendation"`
	Text           string                                `json:"text"`
	Off            map[committee.RecommendationID]bool   `json:"off"`
	Texts          map[committee.RecommendationID]string `json:"texts"`
}

func (p blocPage) seed(r committee.Recommendation) blocSeed {
	return blocSeed{p.id, p.item, r, p.texts[r.ID], p.off, p.texts}
}

// page is the page as it was kept.
func (s blocSeed) page(d *desk) page {
	if s.Meeting == "" || s.Item == "" {
		return nil
	}
	p := blocOn(d, s.Meeting, s.Item)
	maps.Copy(p.off, s.Off)
	for id, words := range s.Texts {
		p.texts[id] = text.Body(words)
	}
	p.rewording = s.Recommendation.ID
	return p
}

// stands is the page that takes the wording: no other would keep it.
func (s blocSeed) stands(d *desk) page {
	if s.Recommendation.ID == "" { // the page itself: it stands on the session
		if s.Meeting == "" {
			return nil
		}
		return sessionOn(d, s.Meeting)
	}
	return s.page(d)
}

// Drafted is the page as a draft keeps it: the wordings are in the file only
// once they are adopted.
func (p blocPage) Drafted() openForm {
	f := openForm{number: p.form.ID(), title: p.Title(), form: p.form}
	if len(p.texts) > 0 {
		var kept strings.Builder
		for _, s := range p.sheet.proposed {
			id := s.Recommendation.ID
			if text, amended := p.texts[id]; amended {
				f.words = s.Recommendation.Ref + "  " + text
				fmt.Fprint(&kept, id, text, "\n")
			}
			fmt.Fprint(&kept, p.excepted(s.Recommendation))
		}
		f.aside = kept.String()
	}
	f.origin = made("bloc", committee.KindAgendaItem, p.item, 0, p.seed(committee.Recommendation{})).on(thing(committee.KindMeeting, p.id))
	return f
}

// Unsaved tells whether leaving would lose a wording.
func (p blocPage) Unsaved() bool { return len(p.texts) > 0 }

// settled forgets the wordings of what awaits no decision any more.
func (p blocPage) settled() blocPage {
	left := map[committee.RecommendationID]string{}
	for _, s := range p.sheet.proposed {
		if text, amended := p.texts[s.Recommendation.ID]; amended {
			left[s.Recommendation.ID] = text
		}
	}
	p.texts = left
	return p
}

// worded takes the wording that the prompt brings.
func (p blocPage) worded(msg savedMsg) (blocPage, bool) {
	for _, s := range p.sheet.proposed {
		r := s.Recommendation
		if r.ID == p.rewording && msg.thing == thing(committee.KindRecommendation, r.ID) && msg.notice == reworded(p.d, r) {
			p.texts = maps.Clone(p.texts)
			p.texts[r.ID], p.rewording = msg.label, ""
			return p, true
		}
	}
	return p, false
}

// reworded is the notice of a wording: a ruling on the same recommendation,
// which is saved too, has another.
func reworded(d *desk, r committee.Recommendation) string {
	return fmt.Sprintf(d.words().Bloc.Reworded, r.Ref)
}

// leaving is a key that goes elsewhere, while wordings would be lost by that.
func (p blocPage) leaving(k keymap.Key) command {
	return turning(k, func(p blocPage, _ string) (page, tea.Cmd) {
		w := p.d.words()
		return p, send(askedMsg{choiceDialog{d: p.d, title: w.Bloc.LeaveTitle, lines: []string{w.Bloc.LeaveLine}, choices: []choice{
			{key: keyDiscard, word: w.Form.Discard, then: send(poppedMsg{p.number})},
			{key: "esc", word: w.Form.GoOn},
		}}})
	})
}

// rewordBloc asks for the wording that is adopted in place of the proposed one.
// The page keeps it until the adoption, which keeps both.
func rewordBloc(d *desk, s blocSeed) tea.Cmd {
	w, r := d.words().Bloc, s.Recommendation
	text := s.Text
	if text == "" {
		text = r.Words.Text()
	}
	from := made("bloc_wording", committee.KindRecommendation, r.ID, r.Version, s)
	return prompt(d, from, fmt.Sprintf(w.RewordTitle, r.Ref), "", []widget.Field{labelled(must(longField(d, committee.FieldText, text)), w.Wording)}, func(v widget.Values) useCase {
		said := saved{thing: thing(committee.KindRecommendation, r.ID), label: typed(v, committee.FieldText), notice: reworded(d, r)}
		return func(context.Context, Book) (saved, error) { return said, nil }
	})
}

// KeyRows tells how many rows the keys take below the page.
func (p blocPage) KeyRows(width, height int) int { return twoRows(width, height) }
