"""The agent: what runs on one host, beside the proxies and apps that it starts and outlives."""
