package main

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"suivi/internal/text"
	"suivi/store"
)

func (p *program) checkCommand() *cobra.Command {
	w := p.words()
	return &cobra.Command{
		Use: "check [" + w.File + "]", Short: w.Check.Short, Long: w.Check.Long,
		Args: p.atMost(1), DisableFlagsInUseLine: true, RunE: p.check,
	}
}

// check reads the whole file and says what is wrong with it.
func (p *program) check(cmd *cobra.Command, args []string) error {
	path, err := p.file(cmd, args)
	if err != nil {
		return err
	}
	s, err := store.Open(path, store.Options{ReadOnly: true, Now: p.now})
	if err != nil {
		return err
	}
	defer s.Close()
	findings, err := s.Check(cmd.Context())
	if err != nil {
		return err
	}
	name := text.Line(filepath.Base(path))
	if len(findings) == 0 {
		p.say(p.words().Sound, name)
		return nil
	}
	for _, f := range findings {
		p.say("%s", p.loc.Finding(f))
	}
	p.say("%s", p.loc.Count(p.words().Findings, len(findings), name))
	return &refusal{said: true}
}
