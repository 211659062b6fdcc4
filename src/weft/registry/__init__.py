"""What is known of services and instances: desired state in, snapshots out."""
