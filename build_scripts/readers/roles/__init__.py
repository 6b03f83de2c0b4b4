"""Reading by roles: one mechanism for captures of every shape.

A reader turns its lines into observations (names of what can be seen of a line: `closes-sentence`, `stamp`, `short`),
and `lattice.label` finds the best sequence of states for them under a grammar, a YAML file beside its reader:

    grammar = load_grammar("web-page")                       # readers/roles/grammars/web-page.yaml
    given = line_roles(source, source.roles, lines)          # what the editor says, by line number
    labels = label(grammar, observed, fixed)                 # one Label a line, in order

`observed` is a list, one item a line that is not blank, of the names seen of it; `fixed` maps an index of that list to the
role that an editor gives. An editor's role is a fixed point of the path, so all other lines are read anew by it. Each
`Label` has its `role`, its `state` (a role in its part of the page, such as `menu` or `foot-button`), the `evidence`
(observation and weight) that `explain` prints, the `margin` to the best path on which this line plays another role, and
that `rival`. A narrow margin is a doubt; a reader says it on the lines that matter.

A grammar knows weights and allowed successions and no line; nothing is learnt when the edition is built, and the same
capture gives the same labels every time.
"""
