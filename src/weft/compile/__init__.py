"""Snapshot, Workload -> Envoy's resources. Pure. Start reading at `workload.py`.

workload  what one Envoy holds: the one way in
view      the one intermediate: what the workload may reach, and how
clusters, endpoints, routes, listeners, inbound   one file for each kind of resource
http      what all HTTP listeners share;  access  logs and the words of refusals
secrets, bootstrap   what the agent gives an Envoy besides
names, fields, resources   how things are called, spelt and carried
"""
