//go:build !unix

package main

import tea "charm.land/bubbletea/v2"

// keys leaves the keys to Bubble Tea, which reads a console's events.
func keys() []tea.ProgramOption { return nil }

// windowSizes are none: no signal tells of them.
func windowSizes() <-chan tea.WindowSizeMsg { return nil }
