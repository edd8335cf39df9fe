package tui

import tea "charm.land/bubbletea/v2"

// measuredMsg is the size of the window when a key was pressed.
type measuredMsg struct {
	size tea.WindowSizeMsg
	err  error
}

// measure lets a key that comes while the window is too small wait until it is
// known whether it still is: the word that it has grown again may come after the
// keys that were pressed since, and they were pressed in sight of the screen.
func (r root) measure(key tea.Msg) (tea.Model, tea.Cmd) {
	if r.cfg.Measure == nil {
		return r, nil
	}
	r.ahead = append([]tea.Msg{key}, r.ahead...) // before those that wait already
	measure := r.cfg.Measure
	return r.act(func() tea.Msg {
		size, err := measure()
		return measuredMsg{size, err}
	})
}

// measured takes the size of the window; what was pressed in one that is too
// small is given up.
func (r root) measured(msg measuredMsg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	if msg.err == nil {
		next, laid := r.Update(msg.size)
		model, ok := next.(root)
		if !ok {
			return next, laid
		}
		r, cmd = model, laid
	}
	if r.small() {
		r.ahead = nil
	}
	return r, cmd
}
