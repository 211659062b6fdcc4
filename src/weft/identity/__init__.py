"""Identity: who a workload is, proved by a SPIFFE X.509 certificate.

The authority signs on the server; keys are made and kept by the agent.
"""
