annexSearch("p15",[["SCC 2021/914","law/index.html#law-scc-2021-914","",1,[["","","","Standard contractual clauses for transfers to third countries · Auftragsverarbeitungsvertrag, 3(2) · Data processing agreement, 3(2) · Sub-processor annex, 1 / row 8"]]],
["Data Privacy Framework","law/index.html#law-dpf","",1,[["","","","EU-US Data Privacy Framework · Sub-processor annex, 1 / row 9"]]]])
