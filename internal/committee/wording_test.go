package committee

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func draftWording() Wordings { return Wordings{{Number: 1, Text: "un", On: "2017-11-02", By: "A"}} }

func adoptedWording() Wordings {
	return Wordings{{Number: 1, Text: "un", On: "2018-01-18", By: "A", Meeting: "m1", Adopted: true}}
}

func TestWordingDraft(t *testing.T) {
	draft, adopted := draftWording(), adoptedWording()
	t.Run("the first draft is version 1", func(t *testing.T) {
		w, err := Wordings(nil).Draft("un", "2017-11-02", "A")
		wantNil(t, err)
		if !reflect.DeepEqual(w, draft) {
			t.Errorf("got %+v", w)
		}
	})
	t.Run("a draft is replaced in its place", func(t *testing.T) {
		w, err := draft.Draft("deux", "2017-11-03", "B")
		wantNil(t, err)
		if len(w) != 1 || w.Text() != "deux" || w[0].By != "B" || w[0].On != "2017-11-03" {
			t.Errorf("got %+v", w)
		}
		if draft.Text() != "un" {
			t.Error("the wording it was made from changed with it")
		}
	})
	t.Run("an adopted wording is not edited", func(t *testing.T) {
		w, err := adopted.Draft("deux", "2018-02-01", "B")
		wantField(t, err, FieldText, ReasonByAmend)
		if !reflect.DeepEqual(w, adopted) {
			t.Errorf("got %+v", w)
		}
	})
	t.Run("saving an adopted wording unchanged is no edit", func(t *testing.T) {
		w, err := adopted.Draft("un", "2018-02-01", "B")
		wantNil(t, err)
		if !reflect.DeepEqual(w, adopted) {
			t.Errorf("got %+v", w)
		}
	})
	t.Run("a text is not emptied", func(t *testing.T) {
		_, err := draft.Draft(" ", "2017-11-03", "B")
		wantField(t, err, FieldText, ReasonRequired)
	})
	t.Run("a draft is dated by a day", func(t *testing.T) {
		_, err := draft.Draft("deux", "03/11/2017", "B")
		wantField(t, err, FieldDate, ReasonNotADate)
	})
}

func TestWordingAmend(t *testing.T) {
	adopted := adoptedWording()
	t.Run("an amendment is the next version", func(t *testing.T) {
		w, err := adopted.Amend(Wording{Text: "deux", On: "2018-06-01"})
		wantNil(t, err)
		if len(w) != 2 || w[1].Number != 2 || w.Text() != "deux" || !reflect.DeepEqual(w[:1], adopted) {
			t.Errorf("got %+v", w)
		}
	})
	t.Run("an amendment changes the text", func(t *testing.T) {
		_, err := adopted.Amend(Wording{Text: " un\n"})
		wantField(t, err, FieldText, ReasonUnchanged)
	})
	t.Run("an amendment has a text", func(t *testing.T) {
		_, err := adopted.Amend(Wording{Text: ""})
		wantField(t, err, FieldText, ReasonRequired)
	})
}

func TestWordingAdopt(t *testing.T) {
	draft, adopted := draftWording(), adoptedWording()
	t.Run("adoption says where and when", func(t *testing.T) {
		w, err := draft.Adopt("m1", "2018-01-18")
		wantNil(t, err)
		if !reflect.DeepEqual(w, adopted) {
			t.Errorf("got %+v", w)
		}
	})
	t.Run("adopting twice keeps the first adoption", func(t *testing.T) {
		w, err := adopted.Adopt("m2", "2018-06-01")
		wantNil(t, err)
		if !reflect.DeepEqual(w, adopted) {
			t.Errorf("got %+v", w)
		}
	})
	t.Run("nothing is not adopted", func(t *testing.T) {
		_, err := Wordings(nil).Adopt("m1", "2018-01-18")
		wantField(t, err, FieldText, ReasonRequired)
	})
	t.Run("versions are numbered from 1 without a gap", func(t *testing.T) {
		wantField(t, Wordings{{Number: 2, Text: "un"}}.validate(), FieldText, ReasonNotListed)
	})
}

func TestAdoptedWordingsNeverChange(t *testing.T) {
	texts := rapid.SampledFrom([]string{"un", "deux", "trois", "", " ", "un "})
	rapid.Check(t, func(t *rapid.T) {
		var w Wordings
		var kept []Wording // every wording seen adopted
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			text, on := texts.Draw(t, "text"), season().Draw(t, "on")
			next, err := w, error(nil)
			switch rapid.IntRange(0, 3).Draw(t, "do") {
			case 0:
				next, err = w.Draft(text, on, "A")
			case 1:
				next, err = w.Amend(Wording{Text: text, On: on})
			case 2:
				next, err = w.Adopt("m1", on)
			case 3:
				next, err = w.amendAdopted(Ruling{Text: text, On: on, Reason: "erreur"})
			}
			if err != nil && !reflect.DeepEqual(next, w) {
				t.Fatalf("refused (%v), yet changed: %+v", err, next)
			}
			w = next
			if err := w.validate(); err != nil {
				t.Fatalf("%+v: %v", w, err)
			}
			for _, k := range kept {
				if w[k.Number-1] != k {
					t.Fatalf("adopted %+v became %+v", k, w[k.Number-1])
				}
			}
			kept = kept[:0]
			for _, v := range w {
				if v.Adopted {
					kept = append(kept, v)
				}
			}
		}
	})
}
