"""The two borders of the control plane as data: public JSON, and what agents say."""
