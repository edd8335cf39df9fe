package tui

import (
	"encoding/json"

	"suivi/internal/committee"
)

// over is what to save when somebody saved the thing meanwhile: what is in the
// file now, with only those facts changed that the person changed in the form.
// current is nil when nobody did; then it is what was typed.
func over[T any](opened, typed T, current any) T {
	now, ok := current.(T)
	if !ok {
		return typed
	}
	was, mine, merged := factsOf(opened), factsOf(typed), factsOf(now)
	for fact, value := range mine {
		if !sameFact(value, was[fact]) {
			merged[fact] = value
		}
	}
	var out T
	image, err := json.Marshal(merged)
	if err != nil || json.Unmarshal(image, &out) != nil {
		return typed
	}
	return out
}

// factsOf are the facts of a noun, as its journal image holds them.
func factsOf[T any](noun T) map[string]json.RawMessage {
	facts := map[string]json.RawMessage{}
	if image, err := json.Marshal(noun); err == nil {
		_ = json.Unmarshal(image, &facts)
	}
	return facts
}

// sameFact tells whether two facts are the same; no list is an empty one.
func sameFact(a, b json.RawMessage) bool {
	none := func(v json.RawMessage) bool { return len(v) == 0 || string(v) == "null" || string(v) == "[]" }
	return none(a) && none(b) || string(a) == string(b)
}

// wordsOver is the text to save: what was typed, or what is in the file when
// the person left the text alone.
func wordsOver(typed string, opened, now committee.Wordings) string {
	if typed == opened.Text() {
		return now.Text()
	}
	return typed
}
